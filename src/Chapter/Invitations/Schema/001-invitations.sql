-- Invitations to people who are not here: one letter each, recorded before it goes. What an inviter sees of one is the same whatever became of it.

create table invitation (
  id       uuid   primary key,      -- its Message-ID, however often it is handed in
  batch    uuid   not null,         -- those that were written together
  hash     bytea  not null,         -- HMAC of the address, for a year: nobody gets two
  address  text,                    -- null once it is erased: no answer, an answer, or never again
  shown    text,                    -- as much of it as its inviter sees
  words    text,                    -- the inviter's own; erased with the address
  language text   not null,         -- both, fr, en
  inviter  uuid,                    -- null once nobody is shown it any more
  stay     uuid,
  state    text   not null,         -- waiting; once its turn has come: going, and then sent, refused by the mail server, or withheld
  tries    bigint not null,
  made_at  timestamptz not null,
  send_at  timestamptz not null,    -- not before
  sent_at  timestamptz              -- when its turn came, whatever became of it: what the day's limit counts
);

create index invitation_of on invitation (inviter, made_at);
create index invitation_hash on invitation (hash);
create index invitation_address on invitation (address) where address is not null;
create index invitation_due on invitation (send_at) where state in ('waiting', 'going');

-- Who does not want to be invited ever again.
create table invitation_never (
  hash bytea primary key,
  at   timestamptz not null
);

-- The key of those hashes, sealed with the key of this node's folder: the database alone does not tell whom somebody may try out.
create table invitation_key (
  one bigint primary key check (one = 1),
  key bytea  not null
);
