package org.muscat.energy.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.muscat.testkit.StubAnswer;

/** Makes files of the older Excel format, as publishers send them. */
public final class Excel implements AutoCloseable {

  private final HSSFWorkbook workbook = new HSSFWorkbook();
  private final CellStyle date = workbook.createCellStyle();
  private final Sheet sheet;

  /** A file whose first sheet is not the one that is meant. */
  public Excel(String name) {
    date.setDataFormat(workbook.createDataFormat().getFormat("dd-mmm-yyyy"));
    workbook.createSheet("ReadMe").createRow(0).createCell(0).setCellValue("Notes");
    sheet = workbook.createSheet(name);
  }

  /** Adds a row of texts, numbers, dates and errors; an empty text leaves a cell out. */
  public Excel row(Object... cells) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else if (cells[i] instanceof LocalDate day) {
        Cell cell = row.createCell(i);
        cell.setCellValue(day);
        cell.setCellStyle(date);
      } else if (cells[i] instanceof FormulaError error) {
        row.createCell(i).setCellErrorValue(error.getCode());
      } else if (!cells[i].equals("")) {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public StubAnswer answer() {
    return StubAnswer.of(200, "application/vnd.ms-excel", bytes());
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
