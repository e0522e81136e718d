package org.muscat.energy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** Reads a sheet of the old binary Excel format as texts: dates as ISO dates, numbers in full. */
final class Workbook {

  /** Empty ones between others count as well; the GPR file has a tenth of that. */
  private static final int MOST_CELLS = 2_000_000;

  private Workbook() {}

  static List<Sheet.Row> rows(byte[] bytes, String sheet, String where) throws FeedException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      int named = workbook.getSheetIndex(sheet);
      List<Sheet.Row> rows = new ArrayList<>();
      int left = MOST_CELLS;
      for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(Math.max(named, 0))) {
        left -= Math.max(1, row.getLastCellNum());
        if (left < 0) {
          throw new FeedException(
              Reason.TOO_LARGE,
              where
                  + " answered an Excel file with more than "
                  + MOST_CELLS
                  + " cells; none is read");
        }
        rows.add(new Sheet.Row(row.getRowNum() + 1L, cells(row)));
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      // The library throws many kinds of exception for a file that is damaged.
      throw new FeedException(
          Reason.BAD_DATA,
          where + " answered an Excel file that cannot be read: " + Excerpt.of(String.valueOf(e)),
          e);
    }
  }

  private static List<String> cells(org.apache.poi.ss.usermodel.Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getLastCellNum(); i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
      case STRING -> cell.getStringCellValue().strip();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case ERROR -> error(cell.getErrorCellValue());
      default -> "";
    };
  }

  /** Such as #REF!, which no reader takes for a missing value. */
  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
  }

  private static String date(Cell cell) {
    LocalDateTime moment = cell.getLocalDateTimeCellValue();
    return moment == null ? "" : moment.toLocalDate().toString();
  }

  /** A whole number without a decimal point, so that 19850101 is a date. */
  private static String number(Cell cell) {
    double value = cell.getNumericCellValue();
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
