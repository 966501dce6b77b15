-- The exchange with the hub: its own facts, written by it alone.

create table hub_link (
  one                 bigint primary key check (one = 1),
  hub_node_id         text   not null,
  address             text   not null,
  state               text   not null,
  since               timestamptz not null,
  message             text   not null,
  hub_epoch           bytea,
  cursor              bytea  not null,
  hello_at            timestamptz,
  clock_ahead_seconds bigint
);

-- Whose word counts on what is taken down and what other chapters are called.
create view trusted_hub as
select hub_node_id as node_id from hub_link;

create table hub_lane (
  lane         text   primary key,
  succeeded_at timestamptz,
  failure      text   not null,
  failures     bigint not null,
  next_try_at  timestamptz
);

-- What the hub said about the entries of the chapter's own feed; one row an entry.
create table receipt (
  first  bigint primary key,
  last   bigint not null,
  status text   not null,
  reason text   not null,
  at     timestamptz not null
);

-- Items among them that it holds and shows to nobody, and why: put aside, or their contents are not there.
create table receipt_withheld (
  feed_position bigint primary key,
  reason        text not null
);
