-- Whom the node writes to when something stays wrong, where somebody said: one row, or none.
create table health_contact (
  one     bigint primary key check (one = 1),
  version bigint not null,  -- grows with every change: whoever chose from an older page is told
  first   text   not null,
  second  text   not null   -- empty for nobody
);

-- What is wrong now, or has been well again for less than an hour.
create table health_outage (
  code       text        primary key,
  wrong_at   timestamptz not null,
  well_at    timestamptz            -- null while it is wrong
);

-- Who was told that it is wrong, and not yet that it is well again.
create table health_told (
  code    text not null,
  address text not null,
  primary key (code, address)
);
