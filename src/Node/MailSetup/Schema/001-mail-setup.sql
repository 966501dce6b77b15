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
