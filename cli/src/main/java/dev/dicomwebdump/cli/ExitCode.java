package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.AlreadyLockedException;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.credentials.CredentialsUnavailableException;
import dev.dicomwebdump.dump.BadListException;
import dev.dicomwebdump.dump.CredentialsRefusedException;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.dump.NothingFoundException;
import dev.dicomwebdump.dump.OtherDumpException;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.stress.CannotStressException;

/** What the program tells its caller. */
enum ExitCode {
  /** All is there. */
  COMPLETE(0),
  /** No study could be walked: the server cannot be reached, or does not know them. */
  NOTHING(1),
  /** The command line is wrong, or the folder cannot take this dump. */
  USAGE(2),
  /** It finished, but something failed or is incomplete. */
  INCOMPLETE(3),
  /** Something was found that is not as it should be. */
  FOUND(4),
  /** The output could not be written. */
  OUTPUT(5),
  /** The server refused the credentials, or there are none to be had. */
  CREDENTIALS(6),
  /** A defect of the program. */
  DEFECT(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static ExitCode of(DumpResult result) {
    return of(result.verdict());
  }

  static ExitCode of(DumpVerdict verdict) {
    return switch (verdict) {
      case COMPLETE -> COMPLETE;
      case INCOMPLETE -> INCOMPLETE;
      case FAILED -> NOTHING;
    };
  }

  static ExitCode of(Exception failure) {
    if (failure instanceof OutputException) {
      return OUTPUT;
    }
    if (failure instanceof CredentialsRefusedException
        || failure instanceof CredentialsUnavailableException) {
      return CREDENTIALS;
    }
    if (failure instanceof CannotStressException cannot) {
      return cannot.isRefusal() ? CREDENTIALS : NOTHING;
    }
    if (failure instanceof NothingFoundException) {
      return NOTHING;
    }
    boolean refused =
        failure instanceof OtherDumpException
            || failure instanceof AlreadyLockedException
            || failure instanceof BadListException
            || failure instanceof PortTakenException;
    return refused ? USAGE : DEFECT;
  }
}
