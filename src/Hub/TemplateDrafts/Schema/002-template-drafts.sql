-- Templates that the hub's team is writing, before they are released.
create table template_draft (
  id         uuid        primary key,
  changed_at timestamptz not null,
  bytes      bytea       not null      -- the template as JSON: unlike a released one it may have faults
);
