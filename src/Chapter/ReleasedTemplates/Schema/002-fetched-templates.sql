-- Templates that a hub gave for a code, before this community was admitted there, or even founded: as the hub signed them. The next fetch takes their place.
create table fetched_template (
  template_id text   collate "C" primary key,
  hub         text   not null,             -- its node id, which the code named
  payload     bytea  not null,
  content     bytea  not null,
  fetched_at  timestamptz not null
) without rowid;
