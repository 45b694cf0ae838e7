package com.customerfocus.decision.web;

import com.customerfocus.decision.NewTable;
import com.customerfocus.decision.TableService;
import com.customerfocus.decision.TableUpload;
import com.customerfocus.engine.request.SessionActors;
import com.customerfocus.engine.request.SessionController;
import com.customerfocus.support.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What the page in Cockpit asks: a table with its versions, its file, a preview, an upload. */
@SessionController
class TableController {

  static final String TABLE = "/camunda/api/decisions/{key}";
  static final String FILE = TABLE + "/file";
  static final String PREVIEW = TABLE + "/preview";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final TableService tables;
  private final SessionActors actors;

  TableController(TableService tables, SessionActors actors) {
    this.tables = tables;
    this.actors = actors;
  }

  @GetMapping(TABLE)
  ShownTable read(@PathVariable String key) {
    return tables
        .current(key)
        .map(table -> ShownTable.of(table, tables.versions(key)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping(FILE)
  ResponseEntity<byte[]> download(@PathVariable String key) {
    var file =
        tables.file(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(key + ".dmn").build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(PREVIEW)
  ShownPreview preview(
      @PathVariable String key, @RequestParam(required = false) MultipartFile file) {
    return ShownPreview.of(tables.preview(key, text(file), actors.current()));
  }

  @PostMapping(TABLE)
  TableUpload upload(
      @PathVariable String key,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(required = false) String sha256,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(required = false) String note,
      @RequestParam(defaultValue = "false") boolean apply) {
    return tables.upload(
        key, new NewTable(text(file), sha256, basedOn, note, apply), actors.current());
  }

  private static String text(MultipartFile file) {
    if (file == null) {
      throw new InvalidInputException("refusal.table.empty");
    }
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(e, "refusal.table.no-text");
    } catch (IOException e) {
      throw new InvalidInputException(e, "refusal.request.broke-off");
    }
  }
}
