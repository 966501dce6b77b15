-- Which revision says that its practice was adapted from another one. It stays when that is withdrawn, so that what grew from it still hangs together.
create table library_adaptation (
  item_id       bytea  primary key,
  node_id       text   collate "C" not null,
  practice_id   uuid   not null,
  revision      bigint not null,
  feed_position bigint not null,
  origin_node   text   collate "C" not null,
  origin_item   bytea  not null,  -- it need not be here
  payload       bytea  not null   -- PracticeRevision, as it was signed
) without rowid;

create index library_adaptation_practice on library_adaptation (practice_id, node_id, revision);
create index library_adaptation_origin on library_adaptation (origin_item);

-- Of each practice the last word on it.
create view library_origin as
select a.item_id, a.node_id, a.practice_id, a.origin_node, a.origin_item, a.payload
  from library_adaptation a
 where not exists (select 1 from library_adaptation later
                    where later.practice_id = a.practice_id and later.node_id = a.node_id
                      and (later.revision > a.revision or later.revision = a.revision and later.feed_position > a.feed_position));
