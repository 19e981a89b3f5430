-- Who stands behind one name of an address that many share, such as a program's that writes for people.
create table shared_writers (
  address bigint not null,
  name varchar(60) not null,
  author bigint not null,
  primary key (address, name)
);
