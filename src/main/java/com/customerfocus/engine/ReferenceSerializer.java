package com.customerfocus.engine;

import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;

/** Stores a {@link Reference} as kind and id, and reads it as what it stands for. */
class ReferenceSerializer extends AbstractTypedValueSerializer<TypedValue> {

  private final ObjectProvider<ReferenceSource> sources;

  ReferenceSerializer(ObjectProvider<ReferenceSource> sources) {
    super(ValueType.OBJECT);
    this.sources = sources;
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
    var value =
        sources.stream()
            .filter(source -> source.kind().equals(fields.getTextValue()))
            .findFirst()
            .map(source -> source.read(fields.getLongValue()))
            .orElse("");
    if (value instanceof String text) {
      return Variables.stringValue(text, isTransient);
    }
    var json = Variable.toJson(value);
    return deserialize
        ? SpinValues.jsonValue(Spin.JSON(json)).create()
        : SpinValues.jsonValue(json).create();
  }
}
