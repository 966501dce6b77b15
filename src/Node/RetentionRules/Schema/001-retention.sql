-- How what is kept for a term only was last erased: a row a rule, and no person in it.
create table retention_run (
  code          text        primary key,
  done_at       timestamptz,           -- null while it never went well
  erased        bigint      not null,  -- how many that day
  erased_in_all bigint      not null,
  fails_since   timestamptz            -- null while it does not
);
