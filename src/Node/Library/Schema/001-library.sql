-- What this node shows of the items it accepted. All of it is derived: emptied, with the follower's cursor, it fills again.
-- Ids sort by their bytes on both engines.

-- Every profile that nodes ever said of themselves.
create table library_profile (
  item_id         bytea  primary key,
  node_id         text   collate "C" not null,
  name_fr         text   not null,  -- one of the two may be empty
  name_en         text   not null,
  name_sort       bytea  not null,  -- fr-CA sort key: SQLite has no such collation
  region_scheme   text   not null,
  region_code     text   not null,
  languages       text   not null,  -- codes with a space between
  public_contact  text   not null,
  web_address     text   not null,
  description_fr  text   not null,
  description_en  text   not null
) without rowid;

create index library_profile_node on library_profile (node_id);

-- Which of them is shown: of a chapter the one that the hub says in its feed, of the hub and of this node itself the newest. A chapter that is not here has
-- six words in place of a name.
create table library_shown (
  node_id  text   collate "C" primary key,
  item_id  bytea  not null,
  position bigint not null,  -- of what says so, in its feed: a later word counts
  before   bytea             -- what was shown when its name last was another; none when it never was
) without rowid;

-- What nodes say of themselves, as far as it is shown.
create view library_node as
select p.node_id, p.name_fr, p.name_en, p.name_sort, p.region_scheme, p.region_code, p.languages, p.public_contact, p.web_address, p.description_fr, p.description_en,
       coalesce(b.name_fr, '') as before_fr, coalesce(b.name_en, '') as before_en
  from library_shown s
  join library_profile p on p.item_id = s.item_id and p.node_id = s.node_id
  left join library_profile b on b.item_id = s.before and b.node_id = s.node_id;

-- Revisions that can be read; a withdrawn one is not here.
create table library_revision (
  item_id     bytea       primary key,
  position    bigint      not null,
  node_id     text        collate "C" not null,
  practice_id uuid        not null,
  revision    bigint      not null,
  payload     bytea       not null,  -- PracticeRevision, as it was signed
  revised_at  timestamptz not null,  -- as the chapter says, but never after its arrival
  received_at timestamptz not null
) without rowid;

create index library_revision_practice on library_revision (practice_id, node_id, revision);

create table library_practice (
  number       bigint      primary key,  -- 1 upwards without a gap: a bit each in library_search
  node_id      text        collate "C" not null,
  practice_id  uuid        not null,
  item_id      bytea,                    -- the latest revision; none when nothing can be shown
  revision     bigint      not null,
  language     text        not null,
  topics       text        not null,     -- codes with a space between
  chime        text        not null,
  title        text        not null,
  summary      text        not null,
  licence      text        not null,
  translates   bytea,                    -- the item it says it is a translation of
  original     uuid        not null,     -- the practice of its chapter that the item leads back to; its own id when it is no translation
  shared_at    timestamptz not null,
  revised_at   timestamptz not null,
  withdrawn_at timestamptz,
  taken_down   bigint      not null,     -- why the hub took it down, by the number in the proto; 0 where its own chapter withdrew it, or it stands
  changed      bigint      not null,     -- grows with every change of the table: whoever keeps the list in memory asks for what is later
  unique (practice_id, node_id)
);

create index library_practice_of_node on library_practice (node_id, revised_at desc) where item_id is not null;
create index library_practice_translates on library_practice (translates) where translates is not null;
create index library_practice_changed on library_practice (changed);

-- The same practice in two languages. Only within one chapter: nobody else's word puts a text beside ours.
create index library_practice_original on library_practice (original, node_id);

-- Who has a token in which field (0 title, 1 summary, 2 text), for 4,096 numbers in a row.
create table library_search (
  token     text   collate "C" not null,
  field     bigint not null,
  block     bigint not null,
  practices bytea  not null,
  primary key (token, field, block)
) without rowid;

-- The tokens of a practice, compressed: they have to go when it changes, and its text may be erased by then.
create table library_token (
  number bigint primary key,
  tokens bytea  not null
);
