-- Which approved returns are in the feed: the follower's own record of what it did.

create table statistics_feed (
  period     text   not null,
  correction bigint not null,
  item_id    bytea  not null,
  primary key (period, correction)
);
