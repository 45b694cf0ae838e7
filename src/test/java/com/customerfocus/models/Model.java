package com.customerfocus.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** One model file, as the engine's model API reads it. */
public record Model(String fileName, BpmnModelInstance bpmn, Element xml) {

  /** The models in a folder, by name. */
  public static List<Model> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(file -> parse(file.getFileName().toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Model parse(String fileName, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      var xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
      return new Model(
          fileName,
          Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)),
          xml.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(fileName + " is no XML", e);
    }
  }

  /** Id of its process. */
  public String id() {
    return process().getId();
  }

  Process process() {
    return all(Process.class).iterator().next();
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name, for test reports. */
  @Override
  public String toString() {
    return fileName;
  }
}
