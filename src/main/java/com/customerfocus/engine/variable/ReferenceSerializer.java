package com.customerfocus.engine.variable;

import com.customerfocus.access.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.DataFormats;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.impl.JsonValueImpl;
import org.springframework.beans.factory.ObjectProvider;

/** Stores a {@link Reference} as kind and id, and reads its current value. */
public class ReferenceSerializer extends AbstractTypedValueSerializer<TypedValue> {

  /** What people see instead of a value that is not for them. */
  private static final String NOTHING = "{}";

  private final ObjectProvider<ReferenceSources> sources;
  private final ObjectProvider<IdentityService> identity;

  public ReferenceSerializer(
      ObjectProvider<ReferenceSources> sources, ObjectProvider<IdentityService> identity) {
    super(ValueType.OBJECT);
    this.sources = sources;
    this.identity = identity;
  }

  @Override
  public String getName() {
    return "reference";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value.getValue() instanceof Reference;
  }

  @Override
  public TypedValue convertToTypedValue(UntypedValueImpl value) {
    return value;
  }

  @Override
  public void writeValue(TypedValue value, ValueFields fields) {
    var reference = (Reference) value.getValue();
    fields.setTextValue(reference.kind());
    fields.setLongValue(reference.id());
  }

  @Override
  public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
    var id = fields.getLongValue();
    return sources.stream()
        .flatMap(room -> room.sources().stream())
        .filter(source -> source.kind().equals(fields.getTextValue()))
        .findFirst()
        .map(source -> read(source, id, deserialize, isTransient))
        .orElseGet(() -> Variables.stringValue("", isTransient));
  }

  private TypedValue read(
      ReferenceSource source, long id, boolean deserialize, boolean isTransient) {
    if (source.forAdministrators() && !readerMaySee()) {
      return SpinValues.jsonValue(NOTHING).setTransient(isTransient).create();
    }
    if (!source.json()) {
      return Variables.stringValue((String) source.read(id), isTransient);
    }
    return deserialize
        ? SpinValues.jsonValue(Spin.JSON(Variable.toJson(source.read(id)))).create()
        : new JsonOnDemand(source, id, isTransient);
  }

  /** The program itself has no login. */
  private boolean readerMaySee() {
    var login = identity.getObject().getCurrentAuthentication();
    return login == null
        || login.getUserId() == null
        || Groups.includeAdministrators(login.getGroupIds());
  }

  /**
   * JSON for external readers. The engine also calls this for the old value when a form replaces
   * it, but only checks whether it is transient: that needs no query.
   */
  private static class JsonOnDemand extends JsonValueImpl {

    private final transient ReferenceSource source;
    private final long id;

    JsonOnDemand(ReferenceSource source, long id, boolean isTransient) {
      super(null, null, DataFormats.JSON_DATAFORMAT_NAME, false, isTransient);
      this.source = source;
      this.id = id;
    }

    @Override
    public String getValueSerialized() {
      return Variable.toJson(source.read(id));
    }
  }
}
