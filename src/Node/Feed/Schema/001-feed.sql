-- Every item this node holds, its own and others', verified before it got here. Nothing here knows what an item is about: that is the subject's
-- id, and what it says is its payload.

-- The last position given, in one row: whoever adds items holds it until the commit, so nobody can see 3 before 2.
create table item_counter (
  one      bigint primary key check (one = 1),
  position bigint not null
);

insert into item_counter (one, position) values (1, 0);

-- A stretch of a feed that stands by its own signatures, as it travels: a run of items, or a key statement.
create table feed_entry (
  position bigint primary key,          -- the order of transport: that of its last item
  node_id  text   not null,             -- whose feed
  first    bigint not null,             -- where in that feed it begins
  last     bigint not null,             -- and ends
  is_keys  bigint not null,             -- 1 for a key statement
  signed   bytea  not null,             -- the SignedItem: the Run, or the KeyStatement itself
  bytes    bigint not null,             -- what it weighs in a page, contents included
  superseded bigint not null default 0, -- 0 while it is part of the feed; its own position once another branch has taken its place
  unique (node_id, first, superseded)
);

-- Entries that are given once more, because a content that was missing came later.
create table feed_again (
  position bigint primary key,          -- in the order of transport
  node_id  text   not null,
  first    bigint not null
);

create index feed_entry_keys on feed_entry (node_id, first) where is_keys = 1;

create table item (
  position        bigint primary key,   -- this node's own numbering, from item_counter
  node_id         text   not null,
  feed_position   bigint not null,      -- where in its feed
  item_id         bytea  not null unique,
  payload_type    text   not null,
  payload         bytea  not null,
  status          text   not null check (status in ('accepted', 'quarantined', 'disbelieved')),
  reason          text   not null,      -- why quarantined; else empty. Disbelieved is what a thief of the key signed
  content_missing bigint not null,      -- 1 while the content that it names is neither here nor withdrawn; 2 once whoever was asked does not have it either
  received_at     timestamptz not null,
  superseded      bigint not null default 0, -- as in feed_entry; its own position too for a withdrawal that came alone
  unique (node_id, feed_position, superseded)
);

create index item_quarantined on item (node_id, position) where status = 'quarantined';
create index item_content_missing on item (node_id, feed_position) where content_missing > 0;

-- What a person typed, beside its item: so that it can be erased while the chain still verifies.
create table item_content (
  position bigint primary key references item (position),
  salt     bytea not null,
  bytes    bytea not null
);

-- What an item is about, so that a withdrawal finds the contents it names.
create table item_subject (
  position   bigint primary key references item (position),
  node_id    text   not null,
  subject_id bytea  not null,
  revision   bigint not null
);

create index item_subject_named on item_subject (subject_id, node_id, revision);

-- What was withdrawn or taken down, for ever: no later item or copy brings its content back. Revision 0 means all. The node is the subject's; the item
-- may be the trusted hub's, which is the one row of the view trusted_hub (node_id) that each program has.
create table withdrawn (
  node_id    text   not null,
  subject_id bytea  not null,
  revision   bigint not null,
  position   bigint not null references item (position),
  primary key (subject_id, node_id, revision)
) without rowid;

create index withdrawn_by on withdrawn (position);

-- Where each feed stands; what verifying the next entry needs beside the feed's key statements.
create table feed_head (
  node_id  text   primary key,
  epoch    bytea  not null,
  position bigint not null,
  item_id  bytea  not null,
  keys_at  bigint not null              -- where its last key statement stands
) without rowid;

-- Every epoch that a feed was said in; the one of its head is the one that counts.
create table feed_epoch (
  node_id text  not null,
  epoch   bytea not null,
  first   bigint not null,              -- where its first entry stands
  primary key (node_id, epoch)
) without rowid;

-- Well signed entries that were not taken: proof of a fork, or of something missing; or there is no room for what nobody here understands.
create table feed_evidence (
  node_id       text   not null,
  signed_id     bytea  not null,
  feed_position bigint not null,
  reason        text   not null check (reason in ('GAP', 'FORK', 'QUARANTINE_FULL')),
  signed        bytea  not null,
  seen_at       timestamptz not null,
  primary key (node_id, signed_id)
);
