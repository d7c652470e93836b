-- 归档: pieces of the archive, and closed matters that are not kept.
CREATE TABLE archived_piece (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    code character varying(60) NOT NULL,
    fonds character varying(12) NOT NULL,
    year integer NOT NULL,
    retention character varying(8) NOT NULL,
    section character varying(12) NOT NULL,
    number integer NOT NULL,
    title character varying(500) NOT NULL,
    responsible character varying(120) NOT NULL,
    document_number character varying(80) NOT NULL,
    document_date date,
    classification integer NOT NULL,
    pages integer NOT NULL,
    rule character varying(60) NOT NULL,
    reason character varying(400) NOT NULL,
    filed_at bigint NOT NULL,
    filed_by bigint NOT NULL,
    filed_by_name character varying(60) NOT NULL,
    trail_count integer NOT NULL,
    trail_hash character varying(64) NOT NULL,
    contents text NOT NULL,
    CONSTRAINT pk_archived_piece PRIMARY KEY (id)
);

CREATE TABLE not_filed (
    matter_id bigint NOT NULL,
    item character varying(120) NOT NULL,
    note character varying(400) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_not_filed PRIMARY KEY (matter_id)
);

CREATE UNIQUE INDEX ix_archived_piece_code ON archived_piece (code);

CREATE UNIQUE INDEX ix_archived_piece_matter_id ON archived_piece (matter_id);

CREATE UNIQUE INDEX ix_archived_piece_unit_id_year_retention_section_number ON archived_piece (unit_id, year, retention, section, number);
