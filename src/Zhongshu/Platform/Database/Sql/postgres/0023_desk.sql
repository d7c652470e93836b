-- 不需回复, 交接班, 常用查询, 集体研商
ALTER TABLE incoming_document ADD COLUMN answer_waived character varying(400) NOT NULL DEFAULT '';

CREATE TABLE shift_change (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    from_id bigint NOT NULL,
    from_name character varying(60) NOT NULL,
    to_id bigint NOT NULL,
    to_name character varying(60) NOT NULL,
    sheet text NOT NULL,
    remarks character varying(2000) NOT NULL,
    handed_at bigint NOT NULL,
    taken_at bigint,
    taken_remarks character varying(2000) NOT NULL,
    CONSTRAINT pk_shift_change PRIMARY KEY (id)
);

CREATE INDEX ix_shift_change_unit_id_id ON shift_change (unit_id, id);

CREATE TABLE saved_view (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name character varying(30) NOT NULL,
    query character varying(1000) NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_saved_view_person_id_name ON saved_view (person_id, name);

CREATE TABLE joint_study (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    question character varying(1000) NOT NULL,
    members character varying(200) NOT NULL,
    asked_by character varying(60) NOT NULL,
    asked_at bigint NOT NULL,
    conclusion character varying(2000) NOT NULL,
    concluded_by character varying(60) NOT NULL,
    concluded_at bigint,
    CONSTRAINT pk_joint_study PRIMARY KEY (id)
);

CREATE INDEX ix_joint_study_matter_id_concluded_at ON joint_study (matter_id, concluded_at);
