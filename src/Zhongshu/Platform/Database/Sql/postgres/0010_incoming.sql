-- 收文
CREATE TABLE incoming_document (
    matter_id bigint NOT NULL,
    registry_number character varying(60) NOT NULL,
    registry_year integer NOT NULL,
    registry_serial bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind integer NOT NULL,
    sender character varying(120) NOT NULL,
    sender_unit_id bigint,
    document_number character varying(80) NOT NULL,
    number_key character varying(80) NOT NULL,
    title character varying(500) NOT NULL,
    document_date date,
    received_at bigint NOT NULL,
    classification integer NOT NULL,
    secrecy_term character varying(20) NOT NULL,
    urgency integer NOT NULL,
    addressee character varying(400) NOT NULL,
    copies integer NOT NULL,
    pages integer NOT NULL,
    substance character varying(400) NOT NULL,
    answer_by date,
    content_key character varying(64) NOT NULL,
    is_bypass boolean NOT NULL,
    is_white_head boolean NOT NULL,
    state integer NOT NULL,
    first_receiver_id bigint NOT NULL,
    lead_unit_id bigint,
    supporting_units character varying(400) NOT NULL,
    routing_principle character varying(24) NOT NULL,
    routing_reason character varying(400) NOT NULL,
    rerouted integer NOT NULL,
    purpose character varying(600) NOT NULL,
    background character varying(600) NOT NULL,
    consideration character varying(600) NOT NULL,
    result character varying(2000) NOT NULL,
    closed_at bigint,
    answered_at bigint,
    answered_how character varying(200) NOT NULL,
    retention character varying(8) NOT NULL,
    archival_code character varying(60) NOT NULL,
    filed_at bigint,
    first_sent_at bigint,
    CONSTRAINT pk_incoming_document PRIMARY KEY (matter_id)
);

CREATE INDEX ix_incoming_document_content_key ON incoming_document (content_key);

CREATE INDEX ix_incoming_document_lead_unit_id_matter_id ON incoming_document (lead_unit_id, matter_id);

CREATE INDEX ix_incoming_document_number_key_sender ON incoming_document (number_key, sender);

CREATE INDEX ix_incoming_document_sender_matter_id ON incoming_document (sender, matter_id);

CREATE INDEX ix_incoming_document_state_matter_id ON incoming_document (state, matter_id);

CREATE UNIQUE INDEX ix_incoming_document_unit_id_registry_year_registry_serial ON incoming_document (unit_id, registry_year, registry_serial);
