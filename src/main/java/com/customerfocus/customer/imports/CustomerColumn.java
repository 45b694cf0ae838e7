package com.customerfocus.customer.imports;

import com.customerfocus.csv.CsvColumn;
import com.customerfocus.support.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A column of a file of customers, and how systems head it in English, Spanish and German. */
enum CustomerColumn implements CsvColumn {
  REFERENCE(
      "reference",
      true,
      """
      reference customerreference customernumber customerno customerid customercode accountnumber
      accountid clientid clientnumber referencia referenciadecliente numerodecliente numerocliente
      ndecliente idcliente idclientes iddecliente codigodecliente codigocliente kundennummer kundennr
      kundenid
      """,
      "id number numero codigo"),
  NAME(
      "name",
      true,
      "name nombre customername fullname accountname nombrecompleto nombredelcliente kundenname",
      "customer client cliente account nombreyapellidos razonsocial kunde"),
  MAIL(
      "mail",
      false,
      """
      mail email emailaddress mailaddress correo correoelectronico direcciondecorreo
      direcciondecorreoelectronico emailadresse
      """),
  PHONE(
      "phone",
      false,
      """
      phone phonenumber telephone telephonenumber telefono numerodetelefono telefon telefonnummer
      """,
      "mobile mobilephone cellphone movil telefonomovil mobiltelefon tel"),
  POSTAL_ADDRESS(
      "postal address",
      false,
      "postaladdress mailingaddress direccionpostal postanschrift",
      "address direccion domicilio anschrift adresse"),
  LANGUAGE(
      "language",
      true,
      """
      language preferredlanguage lang locale idioma idiomapreferido lengua sprache
      """),
  TIER("tier", false, "tier segment customertier nivel segmento categoria kundensegment", "class"),
  ZONE("time zone", false, "timezone zone tz zonahoraria husohorario zeitzone"),
  OWNER(
      "owner",
      false,
      """
      owner ownerid owneremployeeid accountmanagerid propietario responsable responsableid
      iddelresponsable betreuer
      """,
      "accountmanager accountowner gestor");

  private final String title;
  private final boolean required;
  private final List<Set<String>> headers;

  CustomerColumn(String title, boolean required, String... headers) {
    this.title = title;
    this.required = required;
    this.headers =
        Arrays.stream(headers).map(rank -> Set.of(Texts.strip(rank).split("\\s+"))).toList();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<Set<String>> headers() {
    return headers;
  }

  @Override
  public boolean isRequired() {
    return required;
  }

  /** The column of the tables. */
  String stored() {
    return switch (this) {
      case POSTAL_ADDRESS -> "postal_address";
      case OWNER -> "owner_id";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }
}
