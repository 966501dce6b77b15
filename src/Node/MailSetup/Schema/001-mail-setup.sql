-- The mail server that was chosen on the page: one row, or none.
create table mail_setup (
  one            bigint primary key check (one = 1),
  version        bigint not null,  -- grows with every change: whoever chose from an older page is told
  host           text   not null,
  port           bigint not null,
  security       text   not null,
  user_name      text   not null,
  password       bytea  not null,  -- sealed with the key of this node's folder: the database alone does not open the mailbox
  sender_address text,
  most_per_day   bigint not null
);

-- How it has gone with that server, so that it is known after a restart: when, and of no letter.
create table mail_course (
  one          bigint primary key check (one = 1),
  sent_at      timestamptz,
  out_since    timestamptz,           -- null while it takes letters
  out_why      text        not null,
  refused_at   timestamptz,
  domain_at    timestamptz,           -- when somebody last looked what the DNS says of the sender's domain
  domain_lacks bigint      not null
);
