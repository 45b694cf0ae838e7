package com.customerfocus.attachment;

import com.customerfocus.support.InvalidInputException;
import java.util.Set;

/** Which files may be attached. */
final class FileRules {

  /** Bytes; Tasklist sends no larger files. */
  static final int LARGEST = 5_000_000;

  private static final int MEGABYTE = 1_000_000;

  /**
   * Of files that a computer runs or obeys when a person opens them: those of Microsoft's list
   * "Blocked attachments in Outlook" that are neither data nor settings, and those of macOS, Linux
   * and Android.
   */
  private static final Set<String> PROGRAMS =
      Set.of(
          ("ade adp apk app appcontent-ms application appref-ms appx appxbundle bas bat bin chm cmd"
                  + " com command cpl csh deb desktop diagcab dll dmg elf exe gadget hlp hta htc"
                  + " img inf ins iso isp jar jnlp js jse ksh lnk mde mjs msc msh msi msix"
                  + " msixbundle msp mst pif pkg pl ps1 ps1xml ps2 psc1 psc2 psd1 psdm1 py pyc pyo"
                  + " pyw pyz pyzw rb reg rpm run scf scr sct sh shb shs sys url vb vbe vbs vhd"
                  + " vhdx vxd workflow ws wsc wsf wsh xbap xll")
              .split(" "));

  private FileRules() {}

  /**
   * The file as it may be kept.
   *
   * @param name as the browser sent it, or null
   * @param content or null
   * @throws InvalidInputException that says why it may not be kept
   */
  static CheckedFile check(String name, byte[] content) {
    var clean = FileName.of(name);
    if (content == null || content.length == 0) {
      throw new InvalidInputException("refusal.attachment.empty", clean);
    }
    if (content.length > LARGEST) {
      throw new InvalidInputException("refusal.attachment.too-large", clean, LARGEST / MEGABYTE);
    }
    var extension = FileName.extension(clean);
    var type = FileType.of(extension, content);
    if (PROGRAMS.contains(extension) || type.isProgram()) {
      throw new InvalidInputException("refusal.attachment.program", clean);
    }
    if (type.isDisguised()) {
      throw type.isKnown()
          ? new InvalidInputException("refusal.attachment.disguised", clean, type.mediaType())
          : new InvalidInputException("refusal.attachment.unreadable", clean);
    }
    return new CheckedFile(clean, type.mediaType(), content);
  }
}
