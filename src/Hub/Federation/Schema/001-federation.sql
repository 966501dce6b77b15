-- When each chapter last exchanged, to the minute, and what it said of itself at its last hello: for the operator's eyes.
create table chapter_contact (
  node_id           text primary key,
  last_at           timestamptz not null,
  software_version  text not null,
  health            text not null,       -- Unspecified, Well, Attention, Wrong
  restore_proven_at timestamptz          -- null for never
);

-- Whose word counts on what is taken down and what chapters are called: this hub's own.
create view trusted_hub as
select node_id from node;
