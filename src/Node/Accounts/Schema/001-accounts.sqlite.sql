-- Who may sign in, what they may do, and how they came in. Addresses live here and nowhere else.

create table account (
  id        text primary key,
  address   text not null unique,  -- normalised; see EmailAddress
  name      text not null,
  name_sort blob not null,        -- sorts as fr-CA does; see NameOrder
  name_find text not null,         -- without capitals and accents
  language  text not null,
  stay      text not null,         -- the last account_period
  joined_at text not null,
  left_at   text
) without rowid;

-- For the lists of those who are here, by name: with all that a list needs, so that the accounts themselves stay closed.
create index account_by_name on account (name_sort, id, left_at, name_find, name, stay, joined_at) where left_at is null;

-- Every stay of everybody; the last one is also in the account.
create table account_period (
  id         text primary key,
  account_id text not null references account (id),
  joined_at  text not null,
  left_at    text
) without rowid;

create index account_period_of on account_period (account_id, joined_at);

create table account_role (
  account_id text not null references account (id),
  role       text not null,
  given_at   text not null,
  given_by   text,                 -- null: by whoever runs the server
  taken_at   text,
  taken_by   text
);

create unique index account_role_held on account_role (account_id, role) where taken_at is null;
create index account_role_holders on account_role (role) where taken_at is null;

create table sign_in_request (
  id         text primary key,
  account_id text references account (id), -- null: a newcomer's, whose account begins when it is used
  address    text,                 -- of a newcomer: what they said of themselves, and what they agreed to
  name       text,
  language     text,
  pledge     text,
  token      blob not null unique, -- SHA-256 of the link's token
  code       blob,                 -- HMAC of the typed code under the browser's secret; null: the link alone
  browser    blob,                 -- SHA-256 of the browser's secret; null: good in any browser
  tries      integer not null,
  made_at    text not null,
  expires_at text not null,
  used_at    text
) without rowid;

create index sign_in_request_browser on sign_in_request (browser);
create index sign_in_request_expires on sign_in_request (expires_at);

create table session (
  id         text primary key,
  account_id text not null references account (id),
  key        blob not null unique, -- SHA-256 of the cookie's value
  device     text not null,
  started_at text not null,
  seen_at    text not null,
  expires_at text not null
) without rowid;

create index session_account on session (account_id);
create index session_expires on session (expires_at);
