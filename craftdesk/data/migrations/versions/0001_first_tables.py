"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code", name=op.f("uq_activity_code")),
    )
    op.create_table(
        "blob",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "change_set",
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("undoes", sa.String(length=32), nullable=True),
        sa.Column("undone_by", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["undoes"], ["change_set.id"], name=op.f("fk_change_set_undoes")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("change_set", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_set_at"), ["at"], unique=False)

    op.create_table(
        "commune",
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("other_names", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "course",
        sa.Column("subject_ar", sa.String(), nullable=False),
        sa.Column("subject_fr", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("course", "awareness day", "meeting", name="coursekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("aims", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "disclosure",
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("narrowed", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("in_full", sa.Boolean(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disclosure_at"), ["at"], unique=False)

    op.create_table(
        "fee_kind",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("yearly", sa.Boolean(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code", name=op.f("uq_fee_kind_code")),
    )
    op.create_table(
        "imported_file",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("signature", sa.String(length=24), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("imported_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_file_signature"), ["signature"], unique=False)

    op.create_table(
        "joined_twin",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("other_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("register_no", sa.String(), nullable=True),
        sa.Column("nin", sa.String(length=40), nullable=True),
        sa.Column("card_no", sa.String(), nullable=True),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("joined_twin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_joined_twin_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_joined_twin_other_id"), ["other_id"], unique=False)

    op.create_table(
        "kept_list",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "legal_figure",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("legal_figure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_legal_figure_key"), ["key"], unique=False)

    op.create_table(
        "letterhead",
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("lines_ar", sa.String(), nullable=False),
        sa.Column("lines_fr", sa.String(), nullable=False),
        sa.Column("chamber_ar", sa.String(), nullable=False),
        sa.Column("chamber_fr", sa.String(), nullable=False),
        sa.Column("director_ar", sa.String(), nullable=False),
        sa.Column("director_fr", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("letterhead", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letterhead_holds_from"), ["holds_from"], unique=False)

    op.create_table(
        "not_twins",
        sa.Column("first_id", sa.String(length=32), nullable=False),
        sa.Column("second_id", sa.String(length=32), nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_not_twins_first_id_second_id")),
    )
    with op.batch_alter_table("not_twins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_not_twins_second_id"), ["second_id"], unique=False)

    op.create_table(
        "office_key",
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "procedure",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code", name=op.f("uq_procedure_code")),
    )
    op.create_table(
        "template",
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "trusted_key",
        sa.Column("public", sa.String(length=64), nullable=False),
        sa.Column("office_ar", sa.String(), nullable=False),
        sa.Column("office_fr", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("public", name=op.f("uq_trusted_key_public")),
    )
    op.create_table(
        "twin_look",
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "twin_pair",
        sa.Column("first_id", sa.String(length=32), nullable=False),
        sa.Column("second_id", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_twin_pair_first_id_second_id")),
    )
    with op.batch_alter_table("twin_pair", schema=None) as batch_op:
        batch_op.create_index("ix_twin_pair_order", ["level", "score"], unique=False)
        batch_op.create_index(batch_op.f("ix_twin_pair_second_id"), ["second_id"], unique=False)

    op.create_table(
        "usual_template",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("template_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("purpose", name=op.f("uq_usual_template_purpose")),
    )
    op.create_table(
        "wilaya",
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "artisan",
        sa.Column("family_ar", sa.String(), nullable=True),
        sa.Column("given_ar", sa.String(), nullable=True),
        sa.Column("family_la", sa.String(), nullable=True),
        sa.Column("given_la", sa.String(), nullable=True),
        sa.Column("sex", sa.Enum("m", "f", name="sex", native_enum=False, length=40), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("birth_place", sa.String(), nullable=True),
        sa.Column("birth_act", sa.String(), nullable=True),
        sa.Column("nin", sa.String(length=18), nullable=True),
        sa.Column("home_address", sa.String(), nullable=True),
        sa.Column("home_commune_id", sa.String(length=32), nullable=True),
        sa.Column("activity_address", sa.String(), nullable=True),
        sa.Column("activity_commune_id", sa.String(length=32), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("other_phone", sa.String(), nullable=True),
        sa.Column("register_no", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("card_no", sa.String(), nullable=True),
        sa.Column("card_kind", sa.String(), nullable=True),
        sa.Column("card_issued_on", sa.Date(), nullable=True),
        sa.Column("card_until", sa.Date(), nullable=True),
        sa.Column(
            "form",
            sa.Enum("individual", "cooperative", "enterprise", name="form", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "rank",
            sa.Enum("apprentice", "journeyman", "artisan", "master", name="rank", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "premises",
            sa.Enum("fixed", "ambulant", "fairground", "home", name="premises", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column(
            "metal", sa.Enum("none", "silver", "gold", name="metal", native_enum=False, length=40), nullable=True
        ),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("apprentices", sa.Integer(), nullable=True),
        sa.Column("qualification", sa.String(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("requested", "registered", "struck off", name="status", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("nif", sa.String(), nullable=True),
        sa.Column("tax_article", sa.String(), nullable=True),
        sa.Column(
            "tax_regime",
            sa.Enum("flat", "real", "exempt", name="taxregime", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("commitment_signed_on", sa.Date(), nullable=True),
        sa.Column("tax_office", sa.String(), nullable=True),
        sa.Column("tax_collector", sa.String(), nullable=True),
        sa.Column("casnos_no", sa.String(), nullable=True),
        sa.Column("casnos_since", sa.Date(), nullable=True),
        sa.Column("photo", sa.String(length=32), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("mend", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("source", sa.String(length=24), nullable=True),
        sa.Column("order_ar", sa.String(), nullable=False),
        sa.Column("order_la", sa.String(), nullable=False),
        sa.Column("key_ar", sa.String(), nullable=False),
        sa.Column("key_la", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["activity_commune_id"], ["commune.id"], name=op.f("fk_artisan_activity_commune_id")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_artisan_activity_id")),
        sa.ForeignKeyConstraint(["home_commune_id"], ["commune.id"], name=op.f("fk_artisan_home_commune_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("register_no", name=op.f("uq_artisan_register_no")),
    )
    with op.batch_alter_table("artisan", schema=None) as batch_op:
        batch_op.create_index("ix_artisan_activity", ["activity_id", "order_ar"], unique=False)
        batch_op.create_index(batch_op.f("ix_artisan_birth_date"), ["birth_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_artisan_card_until"), ["card_until"], unique=False)
        batch_op.create_index(
            "ix_artisan_figures",
            ["status", "sex", "activity_id", "home_commune_id", "registered_on", "birth_date", "birth_year"],
            unique=False,
        )
        batch_op.create_index("ix_artisan_home_commune", ["home_commune_id", "order_ar"], unique=False)
        batch_op.create_index(batch_op.f("ix_artisan_key_ar"), ["key_ar"], unique=False)
        batch_op.create_index(batch_op.f("ix_artisan_key_la"), ["key_la"], unique=False)
        batch_op.create_index("ix_artisan_mend", ["order_ar"], unique=False, sqlite_where=sa.text("mend IS NOT NULL"))
        batch_op.create_index(batch_op.f("ix_artisan_nin"), ["nin"], unique=False)
        batch_op.create_index(
            "ix_artisan_not_registered", ["activity_id"], unique=False, sqlite_where=sa.text("status <> 'registered'")
        )
        batch_op.create_index("ix_artisan_order", ["order_ar", "id"], unique=False)
        batch_op.create_index("ix_artisan_order_la", ["order_la", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_artisan_status"), ["status"], unique=False)

    op.create_table(
        "belonging",
        sa.Column("commune_id", sa.String(length=32), nullable=False),
        sa.Column("wilaya_id", sa.String(length=32), nullable=False),
        sa.Column("daira_ar", sa.String(), nullable=False),
        sa.Column("daira_fr", sa.String(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["commune.id"], name=op.f("fk_belonging_commune_id")),
        sa.ForeignKeyConstraint(["wilaya_id"], ["wilaya.id"], name=op.f("fk_belonging_wilaya_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_belonging_commune_id"), ["commune_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_belonging_wilaya_id"), ["wilaya_id"], unique=False)

    op.create_table(
        "chamber",
        sa.Column("wilaya_id", sa.String(length=32), nullable=False),
        sa.Column("place_ar", sa.String(), nullable=False),
        sa.Column("place_fr", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("address_ar", sa.String(), nullable=True),
        sa.Column("address_fr", sa.String(), nullable=True),
        sa.Column("logo", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["wilaya_id"], ["wilaya.id"], name=op.f("fk_chamber_wilaya_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(length=32), nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=1), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["set_id"], ["change_set.id"], name=op.f("fk_change_set_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("ix_change_record_id", ["record_id"], unique=False)
        batch_op.create_index("ix_change_set_id", ["set_id"], unique=False)

    op.create_table(
        "craft_body",
        sa.Column(
            "kind", sa.Enum("cooperative", "enterprise", name="bodykind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("register_no", sa.String(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("commune_id", sa.String(length=32), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["commune.id"], name=op.f("fk_craft_body_commune_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "fee_rate",
        sa.Column("kind_id", sa.String(length=32), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["kind_id"], ["fee_kind.id"], name=op.f("fk_fee_rate_kind_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind_id", "holds_from", name=op.f("uq_fee_rate_kind_id_holds_from")),
    )
    with op.batch_alter_table("fee_rate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fee_rate_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "imported_row",
        sa.Column("file_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "new",
                "changed",
                "same",
                "waiting",
                "refused",
                "twin",
                "left",
                name="outcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("digest", sa.String(length=24), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["imported_file.id"], name=op.f("fk_imported_row_file_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_row_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_imported_row_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_imported_row_outcome"), ["outcome"], unique=False)

    op.create_table(
        "procedure_document",
        sa.Column("procedure_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_procedure_document_procedure_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("procedure_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_procedure_document_procedure_id"), ["procedure_id"], unique=False)

    op.create_table(
        "training_session",
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("subject_ar", sa.String(), nullable=False),
        sa.Column("subject_fr", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("course", "awareness day", "meeting", name="coursekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("place_ar", sa.String(), nullable=False),
        sa.Column("place_fr", sa.String(), nullable=False),
        sa.Column("partner_ar", sa.String(), nullable=False),
        sa.Column("partner_fr", sa.String(), nullable=False),
        sa.Column("min_share", sa.Integer(), nullable=False),
        sa.Column("excused_counts", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Enum("planned", "cancelled", name="state", native_enum=False, length=40), nullable=False),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_training_session_course_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_session_course_id"), ["course_id"], unique=False)

    op.create_table(
        "withdrawn_elsewhere",
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["trusted_key.id"], name=op.f("fk_withdrawn_elsewhere_key_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_id", "number", name=op.f("uq_withdrawn_elsewhere_key_id_number")),
    )
    with op.batch_alter_table("withdrawn_elsewhere", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_withdrawn_elsewhere_key_id"), ["key_id"], unique=False)

    op.create_table(
        "dossier",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("procedure", sa.String(length=32), nullable=False),
        sa.Column("title_ar", sa.String(), nullable=False),
        sa.Column("title_fr", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("complete_by", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "settled", "withdrawn", name="dossierstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_dossier_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name=op.f("uq_dossier_year_number")),
    )
    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dossier_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dossier_procedure"), ["procedure"], unique=False)
        batch_op.create_index(batch_op.f("ix_dossier_state"), ["state"], unique=False)

    op.create_table(
        "equipment_request",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("acquisition", "maintenance", name="requestkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("deposited_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "deposited",
                "incomplete",
                "complete",
                "approved",
                "refused",
                "postponed",
                "delivered",
                "closed",
                name="requeststate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("funding", sa.String(), nullable=False),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_equipment_request_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name=op.f("uq_equipment_request_year_number")),
    )
    with op.batch_alter_table("equipment_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_equipment_request_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_equipment_request_state"), ["state"], unique=False)

    op.create_table(
        "fee_receipt",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("cash", "postal account", "transfer", "cheque", name="way", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("way_no", sa.String(), nullable=False),
        sa.Column("printed", sa.JSON(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("cancelled_why", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_fee_receipt_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name=op.f("uq_fee_receipt_year_number")),
    )
    with op.batch_alter_table("fee_receipt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fee_receipt_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fee_receipt_day"), ["day"], unique=False)

    op.create_table(
        "given_guide",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column(
            "metal", sa.Enum("none", "silver", "gold", name="metal", native_enum=False, length=40), nullable=False
        ),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("commitment_signed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_given_guide_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("given_guide", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_given_guide_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_given_guide_day"), ["day"], unique=False)

    op.create_table(
        "half_day",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("part", sa.Enum("morning", "afternoon", name="part", native_enum=False, length=40), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["training_session.id"], name=op.f("fk_half_day_session_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("half_day", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_half_day_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_half_day_session_id"), ["session_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column(
            "addressee", sa.Enum("m", "f", "body", name="addressee", native_enum=False, length=40), nullable=True
        ),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("refers_to", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("enclosures", sa.String(), nullable=False),
        sa.Column(
            "signing",
            sa.Enum("director", "delegated", "acting", name="signing", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("signatory", sa.String(), nullable=False),
        sa.Column("more", sa.JSON(), nullable=False),
        sa.Column("printed", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_letter_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name=op.f("uq_letter_year_number")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_artisan_id"), ["artisan_id"], unique=False)

    op.create_table(
        "other_name",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("birth", "former", "known as", name="namekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_other_name_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("other_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_other_name_artisan_id"), ["artisan_id"], unique=False)

    op.create_table(
        "participant",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("own_sex", sa.Enum("m", "f", name="sex", native_enum=False, length=40), nullable=True),
        sa.Column("own_birth_date", sa.Date(), nullable=True),
        sa.Column("own_birth_place", sa.String(), nullable=False),
        sa.Column("own_phone", sa.String(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("own_name_ar", sa.String(), nullable=False),
        sa.Column("own_name_la", sa.String(), nullable=False),
        sa.Column("function_ar", sa.String(), nullable=False),
        sa.Column("function_fr", sa.String(), nullable=False),
        sa.Column("body_ar", sa.String(), nullable=False),
        sa.Column("body_fr", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_participant_artisan_id")),
        sa.ForeignKeyConstraint(["session_id"], ["training_session.id"], name=op.f("fk_participant_session_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("session_id", "artisan_id", name=op.f("uq_participant_session_id_artisan_id")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_session_id"), ["session_id"], unique=False)

    op.create_table(
        "signed_page",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("picture", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["training_session.id"], name=op.f("fk_signed_page_session_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("signed_page", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signed_page_session_id"), ["session_id"], unique=False)

    op.create_table(
        "status_change",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column(
            "status",
            sa.Enum("requested", "registered", "struck off", name="status", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "changed",
                "on request",
                "death",
                "cessation",
                "not practising",
                "double",
                "moved",
                "official",
                name="stepkind",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_status_change_artisan_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("status_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_status_change_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index("ix_status_change_status", ["status", "day", "artisan_id"], unique=False)

    op.create_table(
        "tie",
        sa.Column(
            "kind",
            sa.Enum(
                "parent",
                "spouse",
                "sibling",
                "relative",
                "master",
                "founder",
                "manager",
                "member",
                name="tiekind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("other_id", sa.String(length=32), nullable=True),
        sa.Column("body_id", sa.String(length=32), nullable=True),
        sa.Column("begins", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_tie_artisan_id")),
        sa.ForeignKeyConstraint(["body_id"], ["craft_body.id"], name=op.f("fk_tie_body_id")),
        sa.ForeignKeyConstraint(["other_id"], ["artisan.id"], name=op.f("fk_tie_other_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tie_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tie_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tie_other_id"), ["other_id"], unique=False)

    op.create_table(
        "trainer",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("own_name_ar", sa.String(), nullable=False),
        sa.Column("own_name_la", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("function_ar", sa.String(), nullable=False),
        sa.Column("function_fr", sa.String(), nullable=False),
        sa.Column("body_ar", sa.String(), nullable=False),
        sa.Column("body_fr", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_trainer_artisan_id")),
        sa.ForeignKeyConstraint(["session_id"], ["training_session.id"], name=op.f("fk_trainer_session_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("trainer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trainer_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_trainer_session_id"), ["session_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("half_day_id", sa.String(length=32), nullable=False),
        sa.Column(
            "mark",
            sa.Enum("present", "absent", "excused", "late", name="mark", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["half_day_id"], ["half_day.id"], name=op.f("fk_attendance_half_day_id")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_attendance_participant_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("participant_id", "half_day_id", name=op.f("uq_attendance_participant_id_half_day_id")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_half_day_id"), ["half_day_id"], unique=False)

    op.create_table(
        "certificate",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "participation",
                "training",
                "qualification",
                "trainer",
                "thanks",
                name="certificatekind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_la", sa.String(), nullable=False),
        sa.Column("subject_ar", sa.String(), nullable=False),
        sa.Column("subject_fr", sa.String(), nullable=False),
        sa.Column("order_ar", sa.String(), nullable=False),
        sa.Column("order_la", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("participant_id", sa.String(length=32), nullable=True),
        sa.Column("trainer_id", sa.String(length=32), nullable=True),
        sa.Column("artisan_id", sa.String(length=32), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=False),
        sa.Column("duplicate_on", sa.Date(), nullable=True),
        sa.Column("duplicate_why", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_certificate_artisan_id")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_certificate_participant_id")),
        sa.ForeignKeyConstraint(["session_id"], ["training_session.id"], name=op.f("fk_certificate_session_id")),
        sa.ForeignKeyConstraint(["trainer_id"], ["trainer.id"], name=op.f("fk_certificate_trainer_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "number", name=op.f("uq_certificate_year_number")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificate_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_participant_id"), ["participant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_trainer_id"), ["trainer_id"], unique=False)
        batch_op.create_index(
            "uq_certificate_participant_id",
            ["participant_id"],
            unique=True,
            sqlite_where=sa.text("withdrawn_on IS NULL"),
        )
        batch_op.create_index(
            "uq_certificate_trainer_kind",
            ["trainer_id", "kind"],
            unique=True,
            sqlite_where=sa.text("withdrawn_on IS NULL"),
        )

    op.create_table(
        "dossier_document",
        sa.Column("dossier_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("missing", "received", "not needed", name="documentstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_document_dossier_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("dossier_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dossier_document_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dossier_document_valid_until"), ["valid_until"], unique=False)

    op.create_table(
        "fee_due",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("kind_id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("charged", sa.Boolean(), nullable=False),
        sa.Column("receipt_id", sa.String(length=32), nullable=True),
        sa.Column("waived_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_fee_due_artisan_id")),
        sa.ForeignKeyConstraint(["kind_id"], ["fee_kind.id"], name=op.f("fk_fee_due_kind_id")),
        sa.ForeignKeyConstraint(["receipt_id"], ["fee_receipt.id"], name=op.f("fk_fee_due_receipt_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("fee_due", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fee_due_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index("ix_fee_due_kind_year", ["kind_id", "year", "artisan_id"], unique=False)
        batch_op.create_index(
            "ix_fee_due_open",
            ["artisan_id"],
            unique=False,
            sqlite_where=sa.text("receipt_id IS NULL AND waived_on IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_fee_due_receipt_id"), ["receipt_id"], unique=False)

    op.create_table(
        "request_line",
        sa.Column("request_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["equipment_request.id"], name=op.f("fk_request_line_request_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("request_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_line_request_id"), ["request_id"], unique=False)

    op.create_table(
        "request_paper",
        sa.Column("request_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("missing", "received", "not needed", name="paperstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["equipment_request.id"], name=op.f("fk_request_paper_request_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("request_paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_paper_request_id"), ["request_id"], unique=False)

    op.create_table(
        "request_step",
        sa.Column("request_id", sa.String(length=32), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "deposited",
                "incomplete",
                "complete",
                "approved",
                "refused",
                "postponed",
                "delivered",
                "closed",
                name="requeststate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["equipment_request.id"], name=op.f("fk_request_step_request_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("request_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_step_request_id"), ["request_id"], unique=False)

    op.create_table(
        "signature_proof",
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("half_day_id", sa.String(length=32), nullable=False),
        sa.Column("picture", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["half_day_id"], ["half_day.id"], name=op.f("fk_signature_proof_half_day_id")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_signature_proof_participant_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(
            "participant_id", "half_day_id", name=op.f("uq_signature_proof_participant_id_half_day_id")
        ),
    )
    with op.batch_alter_table("signature_proof", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signature_proof_half_day_id"), ["half_day_id"], unique=False)

    op.create_table(
        "scan",
        sa.Column("artisan_id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("media", sa.String(length=40), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["artisan_id"], ["artisan.id"], name=op.f("fk_scan_artisan_id")),
        sa.ForeignKeyConstraint(["document_id"], ["dossier_document.id"], name=op.f("fk_scan_document_id")),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("scan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scan_artisan_id"), ["artisan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_blob"), ["blob"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_document_id"), ["document_id"], unique=False)

    op.execute(
        """CREATE TABLE search_entry ( number INTEGER PRIMARY KEY, table_name TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE)"""
    )
    op.execute(
        """CREATE VIRTUAL TABLE search_text USING fts5( words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7', tokenize='ascii')"""
    )
    op.execute("""INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 16777216)""")
