create table id_blocks (
  name varchar(16) character set ascii collate ascii_bin not null primary key,
  reached bigint not null
);

insert into id_blocks (name, reached) values ('all', 1);
