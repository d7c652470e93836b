-- 电子档案检测 and 文档 with their versions.
CREATE TABLE archive_detection (
    id bigint NOT NULL,
    piece_id bigint NOT NULL,
    stage character varying(24) NOT NULL,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    is_well boolean NOT NULL,
    faults character varying(4000) NOT NULL,
    CONSTRAINT pk_archive_detection PRIMARY KEY (id)
);

CREATE TABLE kept_document (
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    number character varying(60) NOT NULL,
    state integer NOT NULL,
    author_id bigint NOT NULL,
    author_name character varying(60) NOT NULL,
    reviewer_id bigint NOT NULL,
    published_on date,
    CONSTRAINT pk_kept_document PRIMARY KEY (matter_id)
);

CREATE TABLE document_version (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    number integer NOT NULL,
    attachment_id bigint NOT NULL,
    note character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_document_version PRIMARY KEY (id)
);

CREATE INDEX ix_archive_detection_piece_id_at ON archive_detection (piece_id, at);

CREATE INDEX ix_kept_document_kind_state ON kept_document (kind, state);

CREATE UNIQUE INDEX ix_document_version_matter_id_number ON document_version (matter_id, number);
