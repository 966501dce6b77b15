-- When each chapter last exchanged, to the minute, and with what.
create table chapter_contact (
  node_id          text primary key,
  last_at          timestamptz not null,
  software_version text not null
);

-- Whose word counts on what is taken down and what chapters are called: this hub's own.
create view trusted_hub as
select node_id from node;
