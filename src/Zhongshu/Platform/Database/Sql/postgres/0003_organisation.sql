-- The contact book and the first-contact record.
CREATE TABLE contact (
    id bigint NOT NULL,
    circle integer NOT NULL,
    unit_name character varying(120) NOT NULL,
    post_name character varying(60) NOT NULL,
    person_name character varying(60) NOT NULL,
    phone character varying(40) NOT NULL,
    note character varying(200) NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id)
);

CREATE TABLE first_contact (
    matter_id bigint NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    at bigint NOT NULL,
    handed_to_unit_id bigint,
    handed_at bigint,
    CONSTRAINT pk_first_contact PRIMARY KEY (matter_id)
);

CREATE INDEX ix_first_contact_person_id ON first_contact (person_id);
