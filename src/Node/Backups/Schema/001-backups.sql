-- How backups, drills and the proof of the words went: one row of each, so that it is known when it last went well.
create table backup_record (
  kind         text        primary key check (kind in ('backup', 'drill', 'words')),
  tried_at     timestamptz not null,
  succeeded_at timestamptz,            -- null while it never has
  code         text        not null,   -- why the last try was refused; empty when it went well
  detail       text        not null    -- what that refusal's text needs
);
