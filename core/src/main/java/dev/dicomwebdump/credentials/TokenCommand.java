package dev.dicomwebdump.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a command that prints a token. What it prints is shown nowhere, on stderr neither. */
final class TokenCommand implements TokenSource {

  private static final int LIMIT_SECONDS = 60;
  private static final int MOST_BYTES = 64 * 1024;

  private final String command;
  private volatile CompletableFuture<byte[]> printed = new CompletableFuture<>();

  TokenCommand(String command) {
    this.command = command;
  }

  @Override
  public Token get() throws InterruptedException {
    printed = new CompletableFuture<>();
    Process process = start();
    try {
      byte[] all = printedBy(process);
      requireSuccess(process);
      return Token.parse(new String(all, StandardCharsets.UTF_8), "--token-command");
    } catch (TimeoutException e) {
      throw new CredentialsUnavailableException(
          "--token-command gave no token within " + LIMIT_SECONDS + " s", e);
    } catch (ExecutionException | CancellationException e) {
      throw new CredentialsUnavailableException("--token-command was broken off", e);
    } finally {
      end(process);
    }
  }

  @Override
  public void cancel() {
    printed.cancel(true);
  }

  private Process start() {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CredentialsUnavailableException("--token-command cannot be run", e);
    }
  }

  /** Read on a thread of its own: what the command left running may keep the pipe open for ever. */
  private byte[] printedBy(Process process)
      throws InterruptedException, ExecutionException, TimeoutException {
    return printed
        .completeAsync(() -> read(process), TokenCommand::onThread)
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static void onThread(Runnable reading) {
    Thread thread = new Thread(reading, "token-command");
    thread.setDaemon(true);
    thread.start();
  }

  private static byte[] read(Process process) {
    try (InputStream in = process.getInputStream()) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSuccess(Process process)
      throws InterruptedException, TimeoutException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      throw new CredentialsUnavailableException(
          "--token-command ended with exit code "
              + process.exitValue()
              + ": run it by itself to see why");
    }
  }

  /** By their handles: the process's own method closes streams that are being read. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }
}
