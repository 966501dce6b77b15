-- Who this node is: one row once it is founded.
create table node (
  one        bigint primary key check (one = 1),
  node_id    text not null,
  epoch      bytea not null,  -- 16 random bytes per install and per restore
  key_id     bytea not null,  -- SHA-256 of the signing key it uses now
  founded_at timestamptz not null,
  silent     bigint not null default 0,  -- 1 while it signs nothing
  home       text                        -- which database this was when the node last started: a copy is another one
);
