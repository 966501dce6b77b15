-- What was signed of the security log: the hash of an event's hash and a salt, so that nobody can try out what the event may have been.
create table security_seal (
  seal   bytea  primary key, -- as in the signed profile
  number bigint not null,    -- of the event
  salt   bytea  not null
) without rowid;
