-- Which approved returns are in the feed: the follower's own record of what it did.

create table statistics_feed (
  period     text    not null,
  correction integer not null,
  item_id    blob    not null,
  primary key (period, correction)
) without rowid;
