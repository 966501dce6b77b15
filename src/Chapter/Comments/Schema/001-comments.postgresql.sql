-- Who commented where, one row a comment; what it says is read from the thread. Written by nobody: it looks into the grains' states.

create view comment as
select g.id                                     as thread_id,
       g.state ->> 'about'                      as about,
       (c.value ->> 'id')::uuid                 as id,
       (c.value ->> 'author')::uuid             as author,
       (c.value ->> 'at') collate "C"           as written_at,
       c.value #>> '{content,text}'             as text,
       c.value #>> '{content,language}'         as language,
       c.value #>> '{hidden,reason}'            as hidden_because
  from grain_state g cross join lateral jsonb_array_elements(g.state -> 'comments') as c(value)
 where g.kind = 'comments';

-- Whose comments go when they leave.
create view comment_wish as
select id as member_id, state ->> 'eraseSince' as erase_since
  from grain_state
 where kind = 'comments-on-leaving' and state ->> 'eraseSince' is not null;
