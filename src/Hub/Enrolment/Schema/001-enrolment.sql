-- A code is shown once; only its hash is here.
create table enrolment_code (
  code_hash  bytea primary key,
  note       text not null,         -- whom it was made for, in the operator's words
  made_at    timestamptz not null,
  made_by    uuid not null,
  expires_at timestamptz not null,
  node_id    text,                  -- the first chapter that used it, for ever
  used_at    timestamptz
);

-- How each chapter stands. Its genesis and profile wait here until it is admitted: what nobody has vouched for does not travel.
create table enrolment (
  node_id     text primary key,
  standing    text not null,        -- Pending, Admitted, Suspended, Revoked
  since       timestamptz not null,
  message     text not null,        -- for the chapter
  note        text not null,        -- for the operators alone
  name_fr     text not null,        -- what it called itself when it enrolled
  name_en     text not null,
  beginning   bytea not null,       -- the FeedPage with its genesis and profile
  code_hash   bytea not null references enrolment_code (code_hash),
  enrolled_at timestamptz not null,
  version     bigint not null
);

-- Every change of standing, in order; only ever added to.
create table enrolment_history (
  node_id  text not null references enrolment (node_id),
  version  bigint not null,
  standing text not null,
  at       timestamptz not null,
  by_id    uuid,                    -- null where the chapter itself enrolled
  message  text not null,
  primary key (node_id, version)
);

-- When the hub last asked a chapter whether it needs help.
create table chapter_letter (
  node_id text primary key,
  at      timestamptz not null
);
