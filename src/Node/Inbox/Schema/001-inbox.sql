-- The mailbox that is read for calendar replies and returned letters. Nothing of a message is kept.

-- The one that was chosen on the page: one row, or none.
create table inbox_setup (
  one           bigint primary key check (one = 1),
  version       bigint not null,  -- grows with every change: whoever chose from an older page is told
  host          text   not null,
  port          bigint not null,
  security      text   not null,
  user_name     text   not null,
  password      bytea  not null,  -- sealed with the key of this node's folder: the database alone does not open the mailbox
  folder        text   not null,
  every_minutes bigint not null
);

-- How far it was read.
create table inbox_cursor (
  one          bigint primary key check (one = 1),
  mailbox      text   not null,  -- another one is read from its beginning
  uid_validity bigint not null,  -- and so is one whose server counts anew (RFC 3501, 2.3.1.1)
  last_uid     bigint not null
);
