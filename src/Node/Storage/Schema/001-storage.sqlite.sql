-- The state of every grain, as JSON, and the log of its changes. One statement writes both.

create table counter (
  name     text primary key,
  position integer not null
) without rowid;

insert into counter (name, position) values ('change', 0);

create table grain_state (
  kind     text    not null,  -- the name given to [PersistentState]
  n0       integer not null,  -- the two halves of the grain's Guid; the JSON has it readable, as "id"
  n1       integer not null,
  id       text    generated always as (json_extract(state, '$.id')) virtual,
  state    text    not null,
  version  integer not null,
  modified text    not null,
  primary key (kind, n0, n1)
);

create index grain_state_id on grain_state (kind, id);

create table change_log (
  position integer primary key,
  kind     text    not null,
  id       text    not null,
  version  integer not null
);

-- A counter row, and not the table's own numbering: a position is given when the write is, so nobody can see 3 before 2.
create trigger grain_state_inserted after insert on grain_state begin
  update counter set position = position + 1 where name = 'change';
  insert into change_log (position, kind, id, version)
  select position, new.kind, json_extract(new.state, '$.id'), new.version from counter where name = 'change';
end;

create trigger grain_state_updated after update on grain_state begin
  update counter set position = position + 1 where name = 'change';
  insert into change_log (position, kind, id, version)
  select position, new.kind, json_extract(new.state, '$.id'), new.version from counter where name = 'change';
end;

create table follower_cursor (
  name     text primary key,
  position integer not null
) without rowid;

-- What was erased for good, ids only, each written in the transaction that erased it.
create table erasure (
  kind text not null,
  id   text not null,
  primary key (kind, id)
) without rowid;

-- Large texts by the SHA-256 of their bytes, written before the state that names them. An orphan is harmless.
create table text (
  hash  blob primary key,
  bytes blob not null
);

-- Whose texts they are: which record's grain stored them. A text goes with the last record that holds it.
create table text_holder (
  holder text  not null,  -- the record's id
  hash   blob  not null,
  primary key (holder, hash)
) without rowid;

create index text_holder_of_text on text_holder (hash);

-- The grain storage provider runs whatever stands here under its four keys; see GrainStatements.cs.
create table OrleansQuery (
  QueryKey  text primary key,
  QueryText text not null
) without rowid;
