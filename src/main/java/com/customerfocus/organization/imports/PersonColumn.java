package com.customerfocus.organization.imports;

import com.customerfocus.csv.CsvColumn;
import com.customerfocus.support.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A column of an organization file, and how HR systems head it in English, Spanish and German,
 * among them BambooHR, Personio and Workday.
 */
enum PersonColumn implements CsvColumn {
  ID(
      "employee id",
      """
      employeeid employeenumber employeeno employeenum employeecode personnelnumber personnelno
      personid personnumber staffid staffnumber workerid payrollnumber payrollid
      numerodeempleado numeroempleado nodeempleado noempleado ndeempleado nempleado numempleado
      numdeempleado iddeempleado iddelempleado idempleado empleadoid codigodeempleado codigoempleado
      iddetrabajador idtrabajador codigodetrabajador numerodetrabajador numerodepersonal idpersonal
      matricula legajo personalnummer personalnr mitarbeiternummer mitarbeiterid
      """,
      "id"),
  NAME("name", "name nombre"),
  FULL_NAME(
      "full name",
      """
      fullname employeename displayname completename fulllegalname legalname preferredname
      workername firstnamelastname firstandlastname nombrecompleto nombreyapellidos nombreapellidos
      nombreyapellido nombredelempleado nombreempleado vollstandigername vornamenachname
      """,
      "worker employee empleado empleada trabajador trabajadora colaborador mitarbeiter"),
  /** As in a telephone book: {@code Ruiz, Ana}. */
  LAST_NAME_FIRST(
      "last name, first name",
      """
      lastnamefirstname surnamefirstname surnamename namelastfirst apellidosynombre
      apellidosnombre apellidosynombres apellidoynombre apellidosnombres nachnamevorname namevorname
      """),
  FIRST_NAME(
      "first name",
      """
      firstname givenname forename legalfirstname firstnames givennames nombredepila primernombre
      nombres vorname rufname
      """),
  LAST_NAME(
      "last name",
      """
      lastname surname familyname legallastname apellidos apellido primerapellido apellido1
      apellidopaterno nachname familienname
      """),
  SECOND_LAST_NAME(
      "second last name", "segundoapellido apellido2 apellidomaterno secondlastname secondsurname"),
  MAIL(
      "mail",
      """
      mail email emailaddress mailaddress workemail workmail emailwork emailprimarywork
      primaryworkemail workemailaddress companyemail businessemail corporateemail officeemail
      correo correoelectronico correoe direcciondecorreo direcciondecorreoelectronico
      direcciondeemail correocorporativo correoelectronicocorporativo correodeempresa
      correodelaempresa correolaboral correodetrabajo correoelectronicodetrabajo
      correoelectronicolaboral emailcorporativo emaildeempresa emaildetrabajo emaillaboral
      emailadresse geschaftlicheemail dienstlicheemail
      """),
  MANAGER(
      "manager",
      """
      managerid manageremployeeid managersemployeeid manageremployeenumber managernumber
      managerpersonnelnumber supervisorid supervisoremployeeid linemanagerid reportstoid
      reportingtoid iddelresponsable idresponsable responsableid iddelmanager idmanager iddeljefe
      idjefe idsupervisor iddelsupervisor numerodelresponsable codigodelresponsable
      codigoresponsable numerodeempleadodelresponsable nodeempleadodelresponsable
      ndeempleadodelresponsable numerodeempleadodelmanager iddeempleadodelresponsable
      vorgesetztenid vorgesetzterid vorgesetzterpersonalnummer personalnummervorgesetzter
      """,
      """
      manager supervisor reportsto reportingto linemanager directmanager
      responsable responsabledirecto responsabledirecta jefe jefa jefedirecto jefadirecta superior
      superiordirecto superiorinmediato superiorjerarquico reportaa supervisordirecto
      vorgesetzter vorgesetzte fuhrungskraft
      """),
  DEPARTMENT(
      "department",
      """
      department departmentname dept deptname departamento nombredeldepartamento
      nombredepartamento dpto depto abteilung
      """,
      """
      supervisoryorganization orgunit organizationalunit organizationunit unidadorganizativa area
      organisationseinheit
      """),
  HERITAGE(
      "heritage company",
      """
      heritagecompany heritage formercompany legacycompany empresadeorigen companiadeorigen
      sociedaddeorigen empresadeprocedencia empresaanterior herkunftsunternehmen
      """,
      "company companyname legalentity empresa compania sociedad unternehmen firma gesellschaft"),
  LANGUAGE(
      "language",
      """
      language preferredlanguage lang locale correspondencelanguage communicationlanguage
      idioma idiomapreferido idiomapreferente idiomadecomunicacion lengua
      sprache bevorzugtesprache korrespondenzsprache
      """),
  SITE(
      "site",
      "site worksite sede centrodetrabajo centro lugardetrabajo",
      """
      location locationname worklocation officelocation office workplace ubicacion localizacion
      oficina standort arbeitsort buro
      """),
  ROLES("roles", "roles role rol rollen rolle"),
  ABSENT_FROM(
      "absent from",
      """
      absentfrom absencefrom absencestart absencestartdate awayfrom leavefrom leavestart
      leavestartdate ausentedesde ausenciadesde iniciodeausencia iniciodelaausencia
      fechadeiniciodeausencia fechadeiniciodelaausencia fechainicioausencia
      abwesendvon abwesenheitvon
      """),
  ABSENT_UNTIL(
      "absent until",
      """
      absentuntil absentto absenceuntil absenceto absenceend absenceenddate awayuntil leaveuntil
      leaveto leaveend leaveenddate ausentehasta ausenciahasta findeausencia findelaausencia
      fechadefindeausencia fechadefindelaausencia fechafinausencia
      abwesendbis abwesenheitbis
      """),
  DEPUTY(
      "deputy",
      """
      deputyid deputyemployeeid substituteid idsuplente iddelsuplente idsustituto iddelsustituto
      stellvertreterid
      """,
      "deputy substitute suplente sustituto sustituta stellvertreter stellvertretung vertretung");

  private static final Set<PersonColumn> REQUIRED =
      EnumSet.of(ID, NAME, MAIL, MANAGER, DEPARTMENT, HERITAGE, LANGUAGE, SITE);

  private final String title;
  private final List<Set<String>> headers;

  /**
   * @param headers one text for each rank, best first
   */
  PersonColumn(String title, String... headers) {
    this.title = title;
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
    return REQUIRED.contains(this);
  }

  @Override
  public List<Set<? extends CsvColumn>> substitutes() {
    return this == NAME
        ? List.of(Set.of(FULL_NAME), Set.of(LAST_NAME_FIRST), Set.of(FIRST_NAME, LAST_NAME))
        : List.of();
  }
}
