package com.customerfocus.engine.decision;

import java.util.List;

/**
 * Which table counts: the one that comes with the program, or one that a process owner uploaded.
 */
final class PackagedTables {

  private PackagedTables() {}

  /**
   * Whether a node that starts deploys its table.
   *
   * <p>It does when the file is new, and, as with models, when another version of the program has
   * deployed another file since. An older program that is put back keeps what was uploaded: its own
   * file is no news.
   *
   * @param sources of all versions, oldest first, see {@link DeployedTable}
   * @param own source of the node's own file
   */
  static boolean isDue(List<String> sources, String own) {
    var packaged =
        sources.stream()
            .filter(source -> source != null && source.startsWith(DeployedTable.PACKAGED))
            .toList();
    if (!packaged.contains(own)) {
      return true;
    }
    var latest = sources.get(sources.size() - 1);
    return latest != null && packaged.contains(latest) && !latest.equals(own);
  }
}
