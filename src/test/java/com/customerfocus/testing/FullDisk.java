package com.customerfocus.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk of H2 databases that is full whenever a test says so. Databases with an address such as
 * {@code jdbc:h2:fulldisk:/tmp/folder/name} are on it.
 */
public class FullDisk extends FilePathWrapper {

  private static volatile boolean full;

  /** Registers the disk with H2; it has room. */
  public static void install() {
    FilePath.register(new FullDisk());
  }

  public static void fill() {
    full = true;
  }

  public static void makeRoom() {
    full = false;
  }

  private static void takeSome() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public String getScheme() {
    return "fulldisk";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  @Override
  public OutputStream newOutputStream(boolean append) throws IOException {
    takeSome();
    return super.newOutputStream(append);
  }

  private static class Channel extends FileBase {

    private final FileChannel file;

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      takeSome();
      return file.write(source);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      takeSome();
      return file.write(source, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return file.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
