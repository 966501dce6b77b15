-- Files that records hold: pictures and documents, by the SHA-256 of what was kept of them. In parts, so that nobody has to read a whole one to give a piece of it.

create table file (
  hash bytea primary key,
  size bigint not null
);

create table file_part (
  hash   bytea not null references file (hash) on delete cascade,
  number bigint not null,  -- from 0; all but the last are equally long
  bytes  bytea not null,
  primary key (hash, number)
);

-- Who holds it. A file goes with the last of these; what is in it is stored once.
create table file_holder (
  id       uuid primary key,  -- chosen for this one time that the file is added, never used again
  holder   uuid not null,     -- the record's id
  hash     bytea not null references file (hash) deferrable initially deferred,  -- a row comes before its file
  is_named bigint not null,   -- 1 once the record's state was seen to name it
  added_at timestamptz not null
);

create index file_holder_of_record on file_holder (holder);

create index file_holder_of_file on file_holder (hash);
