-- The exchange with the hub: its own facts, written by it alone.

create table hub_link (
  one                 integer primary key check (one = 1),
  hub_node_id         text    not null,
  address             text    not null,
  state               text    not null,
  since               text    not null,
  message             text    not null,
  hub_epoch           blob,
  cursor              blob    not null,
  hello_at            text,
  clock_ahead_seconds integer
);

create table hub_lane (
  lane         text    primary key,
  succeeded_at text,
  failure      text    not null,
  failures     integer not null,
  next_try_at  text
);

-- What the hub said about each item of the chapter's own feed.
create table receipt (
  item_id blob    primary key,
  status  text    not null,
  reason  text    not null,
  at      text    not null
);
