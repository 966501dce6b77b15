-- The texts of the community that there are. Written by nobody: it looks into the grains' states.

create view chapter_text as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'chapter-text' and state ->> '$.content' is not null;
