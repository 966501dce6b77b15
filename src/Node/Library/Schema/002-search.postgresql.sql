-- Analysed tokens as lexemes.
create table library_search (
  number bigint   primary key,
  tokens tsvector not null
);

create index library_search_tokens on library_search using gin (tokens);
