-- Every signed item this node holds, its own and others', verified before it got here.

-- The last position given, in one row: whoever adds items holds it until the commit, so nobody can see 3 before 2.
create table item_counter (
  one      bigint primary key check (one = 1),
  position bigint not null
);

insert into item_counter (one, position) values (1, 0);

create table item (
  position      bigint primary key,     -- this node's own numbering, from item_counter: the order of transport
  node_id       text    not null,        -- whose feed
  feed_position bigint not null,        -- where in that feed
  item_id       bytea   not null unique,
  payload_type  text    not null,
  item          bytea   not null,        -- the SignedItem
  status        text    not null check (status in ('accepted', 'quarantined')),
  reason        text    not null,        -- why quarantined; empty when accepted
  received_at   timestamptz not null,
  unique (node_id, feed_position)
);

create index item_keys on item (node_id, feed_position) where payload_type = 'recoverycop.federation.v1.KeyStatement';
create index item_quarantined on item (node_id, position) where status = 'quarantined';

-- What a person typed, beside its item: so that it can be erased while the chain still verifies.
create table item_content (
  item_id bytea primary key references item (item_id),
  salt    bytea not null,
  bytes   bytea not null
);

-- Which practice and revision an item is about, so that a withdrawal finds the contents it names.
create table item_practice (
  item_id     bytea   primary key references item (item_id),
  node_id     text    not null,
  practice_id bytea   not null,
  revision    bigint not null
) without rowid;

create index item_practice_named on item_practice (practice_id, node_id, revision);

-- What was withdrawn, for ever: no later item or copy brings its content back. Revision 0 means all.
create table practice_withdrawn (
  node_id     text    not null,
  practice_id bytea   not null,
  revision    bigint not null,
  item_id     bytea   not null references item (item_id),
  primary key (practice_id, node_id, revision)
) without rowid;

-- Where each feed stands; what verifying the next item needs beside the feed's key statements.
create table feed_head (
  node_id  text    primary key,
  epoch    bytea   not null,
  position bigint not null,
  item_id  bytea   not null
) without rowid;

-- Well signed items that do not continue their feed: proof of a fork, or of something missing.
create table feed_evidence (
  node_id       text    not null,
  item_id       bytea   not null,
  feed_position bigint not null,
  reason        text    not null check (reason in ('GAP', 'FORK')),
  item          bytea   not null,
  seen_at       timestamptz not null,
  primary key (node_id, item_id)
);
