-- The versions of templates that nodes released, by what their feeds say; what is in each is the item's content. Derived, as all that the library has.
create table library_template (
  item_id  bytea  primary key,
  node_id  text   collate "C" not null,
  position bigint not null                 -- in this node's own numbering
) without rowid;

create index library_template_node on library_template (node_id, position);
