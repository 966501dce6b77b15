-- The state of every grain, as JSON, and the log of its changes. One statement writes both.

create table counter (
  name     text primary key,
  position bigint not null
);

insert into counter (name, position) values ('change', 0);

create table grain_state (
  kind     text   not null,  -- the name given to [PersistentState]
  n0       bigint not null,  -- the two halves of the grain's Guid; the JSON has it readable, as "id"
  n1       bigint not null,
  id       uuid   generated always as ((state ->> 'id')::uuid) stored,
  state    jsonb  not null,
  version  bigint not null,
  modified timestamptz not null,
  primary key (kind, n0, n1)
);

create index grain_state_id on grain_state (kind, id);

create table change_log (
  position bigint primary key,
  kind     text   not null,
  id       uuid   not null,
  version  bigint not null
);

create table follower_cursor (
  name     text primary key,
  position bigint not null
);

-- What was erased for good, ids only, each written in the transaction that erased it.
create table erasure (
  kind text not null,
  id   uuid not null,
  primary key (kind, id)
);

-- Large texts by the SHA-256 of their bytes, written before the state that names them. An orphan is harmless.
create table text (
  hash  bytea primary key,
  bytes bytea not null
);

-- Whose texts they are: which record's grain stored them. A text goes with the last record that holds it.
create table text_holder (
  holder uuid  not null,  -- the record's id
  hash   bytea not null,
  primary key (holder, hash)
);

create index text_holder_of_text on text_holder (hash);

-- The grain storage provider runs whatever stands here under its four keys; see GrainStatements.cs.
create table OrleansQuery (
  QueryKey  text primary key,
  QueryText text not null
);
