-- Letters that are told people of what happened: recorded before they are sent, once a person and fact. What is in them is written when they go, from how things
-- stand then, and kept nowhere. Letters that let somebody in are no part of this: see sign_in_request.

create table letter (
  id          uuid primary key,   -- its Message-ID, however often it is handed in
  account_id  uuid not null,
  stay        uuid not null,      -- the stay for which it was recorded: nobody who left is written to, and nobody who came back of what they missed
  kind        text not null,      -- what people choose to get or not
  about       uuid not null,      -- the record that it speaks of
  fact        text not null,      -- what is told of it: "announced", "change-2"
  is_urgent   bigint not null,    -- 1: neither the day's limit nor the night holds it
  recorded_at timestamptz not null,
  next_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       bigint not null,
  ended_at    timestamptz,        -- when it went, or when it was known that it would not
  outcome     text,               -- sent, refused, late
  why         text                -- the server's last code
);

create unique index letter_once on letter (account_id, about, fact, stay);

create index letter_waiting on letter (next_at, id) where ended_at is null;

create index letter_about on letter (about, fact);

create index letter_ended on letter (ended_at) where ended_at is not null;

create index letter_refused on letter (account_id) where outcome = 'refused';
