-- The model agendas that there are. Written by nobody: it looks into the grains' states.

create view model_agenda as
select id                    as id,
       state::text           as json
  from grain_state
 where kind = 'model-agenda' and state ->> 'content' is not null;
