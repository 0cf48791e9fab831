package dev.dicomwebdump.testkit.dicom;

/**
 * A part of a phantom: adds to the intensity of all that lies within it. Lengths are halves of the
 * phantom's side.
 *
 * @param intensity what it adds
 * @param degrees by how much it is turned around the third axis
 */
record Ellipsoid(
    double intensity, double a, double b, double c, double x, double y, double z, double degrees) {

  boolean contains(double px, double py, double pz) {
    double angle = StrictMath.toRadians(degrees);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double dx = px - x;
    double dy = py - y;
    double u = (dx * cos + dy * sin) / a;
    double v = (dy * cos - dx * sin) / b;
    double w = (pz - z) / c;
    return u * u + v * v + w * w <= 1;
  }
}
