-- The profile that this hub shows for each chapter, as its feed says; written with the item that says so.
create table shown_profile (
  node_id text  primary key,
  item_id bytea not null
);

-- A chapter's newest profile, where its name could be taken for another's: it is shown once an operator says so. One that was left stays here, so that nobody
-- is asked about it again.
create table waiting_profile (
  node_id   text   primary key,
  item_id   bytea  not null,
  resembles text   not null,          -- the node whose name it could be taken for; empty where it has letters that cannot be compared
  since     timestamptz not null,
  is_left   bigint not null           -- 1 once an operator left it
);
